"""The trust card: faults put to the real process against the fake Telegram, and what became of the promises.

python -m trust            every fault, on both databases, with a stock bot beside (minutes)
python -m trust --short    a quick look at every fault on SQLite
python -m trust F1 F3      some faults only
python -m trust.mutations  each guard taken out, and the tests that notice
"""
