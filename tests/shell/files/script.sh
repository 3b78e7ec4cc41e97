#!/bin/bash
echo "args: $@"
echo "name: $(basename $0)"
exit 3
