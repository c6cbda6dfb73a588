"""The program by the name of its package: `python -m depositary` is `depositary`."""

from depositary.cli import main

if __name__ == "__main__":
    main()
