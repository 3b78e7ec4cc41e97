//! Estimators over linfa, preprocessing, splits and metrics. Knows no run, no file and no browser.
