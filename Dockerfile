# syntax=docker/dockerfile:1

# The tag says which version it is, and the digest which image: a tag can be moved. To update both, take the digest from
# `docker buildx imagetools inspect node:24.21.0-bookworm-slim`.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim@sha256:d6aa754f16b3197301076f047b5def2f02ea1dbbc2ca920407d46d7ec7f87b20

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force
COPY bin ./bin
COPY migrations ./migrations
COPY src ./src
# The bot cannot write here, so its files are kept without their types now.
RUN node --disable-warning=ExperimentalWarning src/source-cache.mjs
# A start without a token ends with 78. It shows that all files of a bot can be loaded.
RUN node --disable-warning=ExperimentalWarning --import ./src/source-cache.mjs src/main.ts start; test $? -eq 78

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="Paperboy" \
      org.opencontainers.image.licenses="MIT"
# With MALLOC_…, the allocator gives memory back that threads have used (docs/hosting.md#sizing).
ENV NODE_ENV=production \
    MALLOC_ARENA_MAX=1 \
    MALLOC_TRIM_THRESHOLD_=131072 \
    MALLOC_MMAP_THRESHOLD_=65536 \
    DATABASE_URL=file:/data/paperboy.db \
    HEALTH_PORT=8080
WORKDIR /app
COPY --from=build /app ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Run it with an init, because a process with the number 1 gets no default signal handlers: compose.yaml does.
CMD ["node", "--disable-warning=ExperimentalWarning", "--import", "./src/source-cache.mjs", "--optimize-for-size", "--heap-growing-percent=70", "--liftoff-only", "--v8-pool-size=1", "src/main.ts", "start"]
