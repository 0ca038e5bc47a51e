# Danmarkskortet as a container: built in one stage, run from another that has no compiler, no npm and no shell history.
#   podman build -t danmarkskortet . && podman run --read-only --tmpfs /tmp -p 8000:8000 danmarkskortet
# The base is named by its tag; put the digest of the one that you have checked behind it (…@sha256:…) where the image is built for good.
FROM docker.io/library/python:3.11-slim-bookworm AS build
WORKDIR /app
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends make && rm -rf /var/lib/apt/lists/*
COPY .ci/requirements.txt .ci/requirements.txt
RUN python -m venv .venv && .venv/bin/python -m pip install --quiet --no-cache-dir --require-hashes --no-deps -r .ci/requirements.txt
COPY app.py pyproject.toml Makefile LICENSE ./
COPY components components
COPY data data
COPY geodata geodata
COPY assets assets
# touched, so that make takes what is installed for its own
RUN touch .venv/run.stamp && make assets && rm -rf .venv/bundle && .venv/bin/python -m compileall -q app.py components data geodata

FROM docker.io/library/python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home danmarkskort
WORKDIR /app
COPY --from=build /app/.venv .venv
COPY --from=build /app/app.py /app/pyproject.toml /app/LICENSE ./
COPY --from=build /app/components components
COPY --from=build /app/data data
COPY --from=build /app/geodata geodata
COPY --from=build /app/assets assets
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD [".venv/bin/python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
STOPSIGNAL SIGTERM
ENTRYPOINT [".venv/bin/python", "-m", "components.serve", "--host", "0.0.0.0"]
