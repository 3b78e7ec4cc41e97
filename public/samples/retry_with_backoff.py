"""A task that fails, waits and tries again. The clock is virtual: an hour of waiting passes at once.
失敗したら待って再試行するタスク。時計は仮想なので、1 時間の待ち時間も一瞬で過ぎる。"""

import logging
import time
from datetime import datetime

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
log = logging.getLogger("pipeline")
attempts = 0


def load():
    global attempts
    attempts += 1
    if attempts < 4:
        raise ConnectionError("the source does not answer")
    return list(range(100))


started = datetime.now()
delay = 300
while True:
    try:
        rows = load()
        break
    except ConnectionError as problem:
        log.warning("attempt %d: %s; next one in %d s", attempts, problem, delay)
        time.sleep(delay)
        delay *= 2

minutes = (datetime.now() - started).total_seconds() / 60
log.info("%d rows after %d attempts and %.0f minutes", len(rows), attempts, minutes)
