#!/usr/bin/env bash
# What a container of smssev does:
#   master                 a master of Spark's standalone cluster, at port 7077, web page at 8080
#   worker                 a worker of it; web page at 8081
#   COMMAND …              smssev COMMAND …, tried again where that helps (smssev-retry)
#   SMSSEV_MASTER          spark://HOST:7077 of the cluster to use; without it Spark runs in the container itself
#   SMSSEV_HEAP            heap of the driver (default 4g)
#   SMSSEV_CORES, SMSSEV_MEMORY  what a worker offers (default: 1, 2g), and what an executor on it takes
#   SMSSEV_HOST            under which name others reach this container (default: its host name)
# Not run in a container: no engine was at hand. As a process: master, worker, and commands up to their exit code.
set -euo pipefail
home="${SMSSEV_HOME:-/opt/smssev}"
spark="$home/spark"
host="${SMSSEV_HOST:-$(hostname)}"

case "${1:-}" in
  master)
    exec "$spark/bin/spark-class" org.apache.spark.deploy.master.Master --host "$host" \
      --port "${SMSSEV_PORT:-7077}" --webui-port "${SMSSEV_WEB_PORT:-8080}"
    ;;
  worker)
    exec "$spark/bin/spark-class" org.apache.spark.deploy.worker.Worker --host "$host" \
      --webui-port "${SMSSEV_WEB_PORT:-8081}" --cores "${SMSSEV_CORES:-1}" --memory "${SMSSEV_MEMORY:-2g}" \
      --work-dir "${SMSSEV_WORK:-/tmp/work}" "${SMSSEV_MASTER:?spark://HOST:7077 of the master}"
    ;;
esac

if [ -n "${SMSSEV_MASTER:-}" ]; then
  # bin/smssev uses spark-submit if SPARK_HOME is set, with SMSSEV_MASTER and SMSSEV_HEAP. spark-submit reads the others.
  export SPARK_HOME="$spark" SMSSEV_HEAP="${SMSSEV_HEAP:-4g}"
  export SPARK_LOCAL_IP="$host" SPARK_EXECUTOR_MEMORY="${SMSSEV_MEMORY:-2g}"
fi
exec "$home/bin/smssev-retry" "$@"
