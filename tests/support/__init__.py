"""What tests share: databases, a bot on stage, and learners who talk to it."""
