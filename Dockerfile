# The app alone: PostgreSQL, Inngest and OTR are addresses (see compose.yaml and the README).
FROM node:24-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts || npm install --ignore-scripts
COPY . .
# A server with only those files of node_modules that it, or a command of the operator's, reads at run time.
RUN LADING_STANDALONE=1 npx next build

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000
# With a bound, V8 collects before the heap is four times what is in use (see local/launcher/app.ts).
ENV NODE_OPTIONS=--max-old-space-size=1024
COPY --from=build --chown=node:node /app/.next/standalone ./
COPY --from=build --chown=node:node /app/.next/static ./.next/static
# The operator's commands: node scripts/create-company.ts --name …, node db/migrate.ts
COPY --from=build --chown=node:node /app/db ./db
COPY --from=build --chown=node:node /app/server ./server
COPY --from=build --chown=node:node /app/inngest ./inngest
COPY --from=build --chown=node:node /app/scripts ./scripts
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "server.js"]
