# Vigie's service in one image; see compose.yaml. Not run where it was written: no container engine was at hand.
FROM maven:3.9-eclipse-temurin-25 AS build
COPY --from=node:22-bookworm-slim /usr/local/bin/node /usr/local/bin/node
COPY --from=node:22-bookworm-slim /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /build
COPY . .
RUN mvn -B -ntp -DskipTests -Dspotless.check.skip=true package \
    && java -Djarmode=tools -jar backend/server/target/vigie.jar extract --destination /vigie

FROM eclipse-temurin:25-jre
RUN apt-get update && apt-get install -y --no-install-recommends gdal-bin && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/vigie --create-home vigie \
    && install -d -o vigie -g vigie -m 700 /var/lib/vigie/files /var/lib/vigie/epsg
COPY --from=build /vigie /vigie
COPY backend/server/java.options /vigie/
USER vigie
ENV VIGIE_ADDRESS=0.0.0.0 VIGIE_PORT=8080 VIGIE_FILES=/var/lib/vigie/files LC_ALL=C.UTF-8
VOLUME /var/lib/vigie
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$VIGIE_PORT && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "@/vigie/java.options", "-XX:MaxRAMPercentage=70", "-DEPSG-HSQL.directory=/var/lib/vigie/epsg", "-jar", \
    "/vigie/vigie.jar"]
CMD ["serve"]
