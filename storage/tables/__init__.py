"""All tables, one file a subject."""

from storage.tables.asking import AcceptedWording, Answer, Appeal, Question, QuestionMessage, Round, Sitting
from storage.tables.base import Base, UtcDateTime
from storage.tables.decks import DeckUse, Import, OwnDeck, Writing
from storage.tables.keeping_score import LedgerRow, Score, Tally
from storage.tables.passing import InboxRow, Note, OutboxRow, SendLimit
from storage.tables.people import Chat, Digest, Learner, Member, Milestone, Push, Subscription, TopicWish
from storage.tables.remembering import Fit, Memory, Review

__all__ = [
    "AcceptedWording",
    "Answer",
    "Appeal",
    "Base",
    "Chat",
    "DeckUse",
    "Digest",
    "Fit",
    "Import",
    "InboxRow",
    "Learner",
    "LedgerRow",
    "Member",
    "Memory",
    "Milestone",
    "Note",
    "OutboxRow",
    "OwnDeck",
    "Push",
    "Question",
    "QuestionMessage",
    "Review",
    "Round",
    "Score",
    "SendLimit",
    "Sitting",
    "Subscription",
    "Tally",
    "TopicWish",
    "UtcDateTime",
    "Writing",
]
