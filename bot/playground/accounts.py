"""Who is in this world: accounts, and what they are in a group."""

from dataclasses import dataclass
from enum import StrEnum

BOT_ID = 70_000_001
# Telegram's own accounts: under this one an anonymous administrator writes.
ANONYMOUS_ADMIN_ID = 1_087_968_824


class Role(StrEnum):
    """What an account is in a group, in the Bot API's words."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"

    @property
    def inside(self) -> bool:
        """Is one of the group?"""
        return self not in {Role.LEFT, Role.KICKED}

    @property
    def leads(self) -> bool:
        """May one settle things for the group?"""
        return self in {Role.CREATOR, Role.ADMINISTRATOR}


@dataclass(eq=False)
class Account:
    """A person or a bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


@dataclass
class Member:
    """An account's place in a group."""

    account: Account
    role: Role
    anonymous: bool = False


ANONYMOUS_ADMIN = Account(ANONYMOUS_ADMIN_ID, "Group", username="GroupAnonymousBot", is_bot=True)
