# The development commands: uv run --all-groups just

export MODE := env("MODE", "development")

# Show the commands
default:
    @just --list

# Make the environment with everything in it
setup:
    uv sync --all-groups

# Serve for development, with reload
run *ARGS: setup
    python manage.py migrate
    python manage.py load_content
    python manage.py runserver {{ ARGS }}

# Run the tests
test *ARGS:
    pytest {{ ARGS }}

# Run the tests on a throw-away PostgreSQL
test-postgres *ARGS:
    .ci/with-postgres pytest {{ ARGS }}

# Run the proofs at scale, which take minutes
scale *ARGS:
    pytest -m scale {{ ARGS }}

# Lint, format, types, direction of imports, migrations, pins
check:
    ruff check .
    ruff format --check .
    djade --check --target-version 6.1 $(git ls-files 'templates/*.html')
    mypy
    lint-imports --no-logo
    python manage.py makemigrations --check --dry-run
    .ci/pins --check

# Mend what a machine can mend
fix:
    ruff check --fix .
    ruff format .
    djade --target-version 6.1 $(git ls-files 'templates/*.html')

# Write the exact versions of the whole tree after a change of dependencies
lock:
    .ci/pins

# Write the table of docs/privacy.md
privacy:
    .ci/privacy

# Draw the pictures in docs/screenshots
screenshots:
    .ci/screenshots

# Draw the icons of the site anew, after a change of our mark
icons:
    .ci/icons

# Draw the pictures that the charts are compared with, after a change that was meant
chart-pictures:
    .ci/chart-pictures

# Compile our Dutch catalogues
messages:
    python .ci/compile_messages.py

# Time the drawing of charts
benchmark *ARGS:
    pytest -o addopts= -m "" benchmarks {{ ARGS }}
