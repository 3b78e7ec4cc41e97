import json
import not_a_module_xyz
