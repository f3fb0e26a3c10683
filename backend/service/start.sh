#!/bin/sh
# Starts the service with the options of Java that are given; without any from the AOT cache that was made of this program.
cache=/var/cache/uplift/service.aot
if [ $# -eq 0 ] && [ "$cache" -nt quarkus-run.jar ]; then
    set -- "-XX:AOTCache=$cache"
fi
# A heap that shrinks to what is in use is searched for garbage all the time.
exec java -Xms384m -Xmx1g -XX:+ExitOnOutOfMemoryError -Djava.io.tmpdir=/tmp "$@" -jar quarkus-run.jar
