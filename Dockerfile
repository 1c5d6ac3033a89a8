# Small, without root, and with the locked dependencies only.
FROM python:3.13-slim AS build
WORKDIR /app
COPY requirements.lock ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY content content
COPY storage storage
COPY bot bot
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.13-slim
RUN useradd --create-home --uid 10001 dailydeck && mkdir /data /backups && chown dailydeck /data /backups
COPY --from=build /venv /venv
USER 10001
WORKDIR /data
VOLUME ["/data", "/backups"]
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DAILYDECK_DATABASE_URL=sqlite:////data/dailydeck.db \
    DAILYDECK_HEALTH=127.0.0.1:8081
# An unhealthy bot has not heard from Telegram for 50 seconds, or cannot reach its database.
HEALTHCHECK --start-period=60s --interval=30s --timeout=5s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8081/healthz')"]
STOPSIGNAL SIGTERM
CMD ["dailydeck", "run"]
