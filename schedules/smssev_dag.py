"""Airflow (2.4 and newer): one run of smssev a day.

No overlap: max_active_runs=1, and the warehouse's own lock (exit 5). Catch-up: none of Airflow's, as a run brings the
warehouse to the newest input whatever day it is for. Airflow itself tries again, where that helps, on whichever worker is
there, so smssev-retry has one try. Alert: on_failure_callback, which you set up; it gets the exit code in the exception.

Not run in Airflow, which was not at hand; compiled, and its task run with stand-ins for Airflow's classes.
"""

import os
import subprocess
from datetime import datetime, timedelta

from airflow.decorators import dag, task
from airflow.exceptions import AirflowException, AirflowFailException

HOME = os.environ.get("SMSSEV_HOME", "/opt/smssev")
CONFIG = os.environ.get("SMSSEV_CONFIG", "/srv/smssev/smssev.yaml")
FINAL = {
    2: "wrong usage or configuration; mend what the message names",
    3: "input missing or unreadable; mend the file that the message names",
    4: "a quality gate failed; see meta.quality",
}


def smssev(*arguments):
    """Runs smssev; raises what Airflow tries again after, or what it does not."""
    command = [os.path.join(HOME, "bin", "smssev-retry"), *arguments]
    code = subprocess.run(command, env={**os.environ, "SMSSEV_TRIES": "1"}, check=False).returncode
    if code == 0:
        return
    if code in FINAL:
        raise AirflowFailException(f"exit {code}: {FINAL[code]}")
    raise AirflowException(f"exit {code}: see the log of the task; another try may help")


@dag(
    dag_id="smssev",
    schedule="30 5 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={
        "retries": 2,
        "retry_delay": timedelta(minutes=5),
        "retry_exponential_backoff": True,
        "execution_timeout": timedelta(hours=6),
    },
    tags=["smssev"],
)
def smssev_dag():
    @task
    def run():
        smssev("run", "--config", CONFIG, "--log-format", "json")

    run()


smssev_dag()
