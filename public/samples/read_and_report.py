"""Writes a table, reads it back, measures it and keeps a report.
表を書き出し、読み直して集計し、レポートを残す。"""

import csv
import json
import random
import statistics
from pathlib import Path

random.seed(42)
data = Path("data")
data.mkdir(exist_ok=True)

with open(data / "measurements.csv", "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["batch", "temperature", "yield"])
    for batch in range(1, 21):
        temperature = random.gauss(180, 6)
        writer.writerow([batch, f"{temperature:.1f}", f"{0.4 * temperature + random.gauss(0, 2):.2f}"])

with open(data / "measurements.csv", newline="") as file:
    rows = list(csv.DictReader(file))

report = {}
for column in ("temperature", "yield"):
    values = [float(row[column]) for row in rows]
    report[column] = {
        "mean": round(statistics.mean(values), 3),
        "stdev": round(statistics.stdev(values), 3),
        "min": min(values),
        "max": max(values),
    }

Path("report.json").write_text(json.dumps(report, indent=2))
print(json.dumps(report, indent=2))
