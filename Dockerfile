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
RUN useradd --create-home --uid 10001 dailydeck && mkdir /data && chown dailydeck /data
COPY --from=build /venv /venv
USER dailydeck
WORKDIR /data
VOLUME /data
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 DAILYDECK_DATABASE_URL=sqlite:////data/dailydeck.db
STOPSIGNAL SIGTERM
CMD ["dailydeck", "run"]
