# One image for the gateway, the worker, the console and the migration; docker-compose.yml names their commands.
FROM node:20-bookworm-slim AS base
ENV NEXT_TELEMETRY_DISABLED=1 CI=1
WORKDIR /app
COPY pnpm-lock.yaml pnpm-workspace.yaml package.json ./
COPY apps/console/package.json apps/console/
COPY apps/gateway/package.json apps/gateway/
COPY apps/widget/package.json apps/widget/
COPY apps/widget/examples/react/package.json apps/widget/examples/react/
COPY apps/worker/package.json apps/worker/
COPY packages/api-client/package.json packages/api-client/
COPY packages/auth/package.json packages/auth/
COPY packages/channels/package.json packages/channels/
COPY packages/core/package.json packages/core/
COPY packages/db/package.json packages/db/
COPY packages/jobs/package.json packages/jobs/
COPY packages/operations/package.json packages/operations/
COPY packages/realtime/package.json packages/realtime/
COPY packages/simulator/package.json packages/simulator/
COPY packages/testing/package.json packages/testing/
COPY packages/widget/package.json packages/widget/
COPY packages/widget-react/package.json packages/widget-react/

FROM base AS build
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile
COPY . .
RUN node node_modules/prisma/build/index.js generate \
 && node apps/widget/build.mjs \
 && cd apps/console && NODE_ENV=production node node_modules/next/dist/bin/next build && rm -rf .next/cache

FROM base
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prod && rm -rf /root/.cache /root/.npm /root/.local
COPY . .
COPY --from=build /app/packages/db/src/generated packages/db/src/generated
COPY --from=build /app/apps/console/.next apps/console/.next
COPY --from=build /app/apps/widget/dist apps/widget/dist
ENV NODE_ENV=production
RUN mkdir /media && chown node:node /media
USER node
CMD ["node", "--import", "tsx", "apps/gateway/src/main.ts"]
