"""Bad inputs that are plain text: who writes what, and what they must see then (a regular expression)."""

from dataclasses import dataclass

ZALGO = "m\u0301\u0302\u0303\u0304\u0305a\u0316\u0317rs"
PLANET, NUMBER = "/quiz planets 1", "/quiz numbers 1"


@dataclass(frozen=True)
class Row:
    """Row `number` of the table of bad inputs. `first` is sent before each of `inputs`, each by somebody else."""

    number: int
    first: str
    inputs: tuple[str, ...]
    seen: str


TEXTS = (
    Row(1, PLANET, ("\u200b\u200b", "\u2800\u2800\u00ad", "\u3164"), "I need some text as an answer"),
    Row(2, PLANET, ("mars " * 800,), "too long"),
    Row(3, PLANET, ("<b>", "&", "</a>", "_*[", "<script>alert(1)</script>"), "❌ Not yet"),
    Row(5, PLANET, ("🪐🔴", "\u202esram", ZALGO), "❌ Not yet|✅ Correct"),
    Row(6, PLANET, ("ＭＡＲＳ", "Mars\u00a0", "“Mars”", "MARS!!!"), "✅ Correct"),
    Row(6, NUMBER, ("٨", "８"), "✅ Correct"),
    Row(7, NUMBER, ("1e9999999", "9" * 450, "nan", "inf", "1_000"), "ordinary number, for example"),
    Row(8, NUMBER, ("8,0", "8.0"), "✅ Correct"),
    Row(8, NUMBER, ("1/2", "50 %"), "❌ Not yet"),
    Row(9, "", ("hello there",), "No question is open"),
    Row(14, "", ("/strat",), "Did you mean /start"),
    Row(14, "", ("/xyzzyplugh",), "I don’t know /xyzzyplugh"),
    Row(15, "", ("/start " + "x" * 64,), "Hi "),
    Row(22, "", ("/daily",), "When should I ask"),
    Row(23, "", ("/daily 25:61", "/daily 9:60"), "I don’t understand"),
    Row(23, "", ("/daily 9 am", "/daily 0900", "/daily ٠٩:٠٠"), "09:00"),
    Row(
        25, "", ("/timezone ../../../etc/passwd", "/timezone posixrules", "/timezone zone.tab"), "I don’t know the zone"
    ),
    Row(25, "", ("/timezone " + "x" * 4000,), "I don’t know the zone"),
    Row(25, "", ("/timezone europe/berlin",), "Europe/Berlin"),
    Row(26, "", ("/leaderboard -1", "/leaderboard 99999999999999999999", "/leaderboard abc"), "This week"),
    Row(27, "", ("/admin",), "for admins"),
)

SETTINGS = (
    (49, {"DAILYDECK_TOKEN": ""}, "DAILYDECK_TOKEN is missing"),
    (49, {"DAILYDECK_TOKEN": "<your token>"}, "DAILYDECK_TOKEN looks wrong"),
    (49, {"DAILYDECK_TOKEN": "123456:revoked-token-of-somebody-else-entirely"}, "does not know this token"),
    (50, {"DAILYDECK_DATABASE_URL": "mysql://a:b@c/d"}, "DAILYDECK_DATABASE_URL is not the address"),
    (50, {"DAILYDECK_DATABASE_URL": "sqlite:////no/such/folder/x.db"}, "does not exist"),
    (51, {"DAILYDECK_TOKNE": "x", "DAILYDECK_SENDS_PER_SECOND": "0"}, "did you mean DAILYDECK_TOKEN"),
    (51, {"DAILYDECK_TIMEZONE": "Europe/Atlantis"}, "is not an IANA time zone"),
    (51, {"DAILYDECK_ADMINS": "@name"}, "DAILYDECK_ADMINS"),
    (52, {"DAILYDECK_WEBHOOK_URL": "http://bot.example.org/x"}, "https"),
    (52, {"DAILYDECK_WEBHOOK_URL": "https://bot.example.org:444/x"}, "port"),
    (52, {"DAILYDECK_WEBHOOK_URL": "https://bot.example.org/x"}, "DAILYDECK_WEBHOOK_SECRET"),
)
"""Row, wrong settings, and what the process says when it ends with 78."""

HEADER = "X-Telegram-Bot-Api-Secret-Token"
SECRET = "a-secret-that-only-telegram-knows"  # noqa: S105 # made up
JSON = "application/json"
UPDATE = b'{"update_id": 900}'
REQUESTS: tuple[tuple[int, str, str, dict[str, str], bytes, int], ...] = (
    (55, "POST", "/telegram", {"Content-Type": JSON}, UPDATE, 403),
    (55, "POST", "/telegram", {"Content-Type": JSON, HEADER: "wrong"}, UPDATE, 403),
    (55, "POST", "/telegram", {"Content-Type": JSON, HEADER: "x" * 20_000}, UPDATE, 403),
    (57, "POST", "/telegram", {"Content-Type": f"{JSON}; charset=utf-8", HEADER: SECRET}, UPDATE, 200),
    (58, "POST", "/telegram", {"Content-Type": JSON, HEADER: SECRET}, b"{", 400),
    (58, "POST", "/telegram", {"Content-Type": JSON, HEADER: SECRET}, b"\xff\xfe", 400),
    (58, "POST", "/telegram", {"Content-Type": JSON, HEADER: SECRET}, b"", 400),
    (58, "POST", "/telegram", {"Content-Type": JSON, HEADER: SECRET}, b"[" * 100_000, 400),
    (59, "POST", "/telegram", {"Content-Type": JSON, HEADER: SECRET}, b"[]", 400),
    (59, "POST", "/telegram", {"Content-Type": JSON, HEADER: SECRET}, b"{}", 400),
    (60, "POST", "/telegram", {"Content-Type": JSON, HEADER: SECRET}, b'{"update_id": "x"}', 400),
    (61, "POST", "/telegram", {"Content-Type": JSON, HEADER: SECRET}, b" " * 6_000_000, 413),
    (62, "POST", "/telegram", {"Content-Type": JSON, HEADER: SECRET}, UPDATE, 200),
    (64, "GET", "/telegram", {HEADER: SECRET}, b"", 405),
    (64, "PUT", "/telegram", {HEADER: SECRET}, b"", 405),
    (64, "POST", "/elsewhere", {HEADER: SECRET}, b"", 404),
    (64, "GET", "/health", {}, b"", 404),
)
"""Row, method, path, headers and body of a request to the webhook, and the status of its answer."""
