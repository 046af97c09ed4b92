# make run            opens the program; ARGS="FOLDER" hands it arguments
# make test           runs its tests; ARGS="-k edtf" hands pytest arguments
# make check          ruff, mypy and import-linter
# make wheel          builds dist/*.whl
# make lock           resolves the dependencies anew
#
# Each first installs what is missing on this machine, and nothing else.

bin := .venv/bin
ARGS ?=

.PHONY: run test check wheel lock

run:
	@.ci/setup run
	@$(bin)/izium-timeline $(ARGS)

test:
	@.ci/setup test
	@$(bin)/python -m pytest $(ARGS)

check:
	@.ci/setup check
	@$(bin)/ruff check
	@$(bin)/ruff format --check
	@$(bin)/mypy
	@$(bin)/lint-imports

wheel:
	@.ci/setup check
	@$(bin)/python -m hatchling build --target wheel

lock:
	@.ci/lock
