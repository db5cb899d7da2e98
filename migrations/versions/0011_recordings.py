"""What workers record, and the pieces of what is still coming in."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "recording",
        sa.Column("id", sa.Integer(), nullable=False),
        *_whose("recording"),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("upload", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_recording"),
        sa.UniqueConstraint("membership", "task", "file", name="uq_recording_membership_task_file"),
    )
    op.create_index("ix_recording_file", "recording", ["file"])
    op.create_table(
        "recording_piece",
        *_whose("recording_piece"),
        sa.Column("upload", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("membership", "task", "upload", "start", name="pk_recording_piece"),
    )


def downgrade() -> None:
    op.drop_table("recording_piece")
    op.drop_table("recording")


def _whose(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """Whose it is and what it is for."""
    return (
        sa.Column("membership", sa.Integer(), nullable=False),
        sa.Column("task", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["membership"], ["membership.id"], name=f"fk_{table}_membership_membership"
        ),
        sa.ForeignKeyConstraint(["task"], ["task.id"], name=f"fk_{table}_task_task"),
    )
