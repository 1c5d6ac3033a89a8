"""Which feature answers what; the tables themselves are in bot.app."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation import start
from bot.conversation.callbacks import Open, Payload
from bot.conversation.incoming import Incoming, What
from bot.conversation.turn import Command, Feature
from storage.states import ChatKind


@dataclass(frozen=True)
class Routes:
    """Commands and buttons with their features, and where and for whom they are."""

    commands: Mapping[str, Command]
    buttons: Mapping[type[Payload], Feature]
    admin_buttons: frozenset[type[Payload]]
    private_buttons: frozenset[type[Payload]]
    standing_buttons: frozenset[type[Payload]]
    group_buttons: frozenset[type[Payload]]
    private_text: Feature
    group_text: Feature
    location: Feature
    file: Feature

    def feature(self, came: Incoming) -> Feature:
        """What answers something that came in."""
        in_group = came.chat_kind is ChatKind.GROUP
        match came.what:
            case What.COMMAND:
                command = self.commands.get(came.command)
                if command is None:
                    return start.unknown_command
                return command.feature(in_group=in_group) or start.elsewhere
            case What.TAP:
                return self._button(came.payload, in_group=in_group)
            case What.FILE:
                return start.not_text if in_group else self.file
            case What.LOCATION:
                return start.not_text if in_group else self.location
            case What.TEXT:
                return self.group_text if in_group else self.private_text
            case _:
                return start.not_text

    def _button(self, payload: Payload | None, *, in_group: bool) -> Feature:
        if payload is None:
            return start.foreign_button
        if isinstance(payload, Open):
            command = self.commands.get(payload.screen)
            feature = command.feature(in_group=in_group) if command else None
            return feature or start.foreign_button
        elsewhere = self.private_buttons if in_group else self.group_buttons
        if type(payload) in elsewhere:
            return start.foreign_button
        return self.buttons[type(payload)]

    def command(self, came: Incoming) -> Command | None:
        """The command that was sent, or that a button stands for."""
        return self.commands.get(came.payload.screen if isinstance(came.payload, Open) else came.command)

    def for_admins(self, came: Incoming) -> bool:
        """Whether only administrators of a group may do this."""
        if came.chat_kind is ChatKind.PRIVATE or came.sender.anonymous:
            return False
        row = self.command(came)
        return (row is not None and row.admins) or type(came.payload) in self.admin_buttons

    def listed(self, *, in_group: bool) -> tuple[str, ...]:
        """The commands that menus and the help show in that kind of chat."""
        return tuple(
            command.name
            for command in self.commands.values()
            if not command.hidden and command.feature(in_group=in_group)
        )
