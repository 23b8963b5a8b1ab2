using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Madoguchi.Storage.Migrations;

/// <summary>Column types of the two engines, so that a migration reads as the model does.</summary>
internal sealed class Types(string? provider)
{
    private readonly bool postgres = provider?.Contains("Npgsql", StringComparison.Ordinal) == true;

    public bool IsPostgres => postgres;

    /// <summary>For a column that joins a table later.</summary>
    public string IdName => postgres ? "uuid" : "TEXT";

    public OperationBuilder<AddColumnOperation> Id(ColumnsBuilder t, bool nullable = false) => t.Column<Guid>(IdName, nullable: nullable);

    public OperationBuilder<AddColumnOperation> Text(ColumnsBuilder t, bool nullable = false) => t.Column<string>(postgres ? "text" : "TEXT", nullable: nullable);

    public OperationBuilder<AddColumnOperation> Texts(ColumnsBuilder t) => t.Column<string>(postgres ? "text[]" : "TEXT", nullable: false);

    public OperationBuilder<AddColumnOperation> Int(ColumnsBuilder t, bool nullable = false) => t.Column<int>(postgres ? "integer" : "INTEGER", nullable: nullable);

    public OperationBuilder<AddColumnOperation> Long(ColumnsBuilder t) => t.Column<long>(postgres ? "bigint" : "INTEGER");

    public OperationBuilder<AddColumnOperation> Flag(ColumnsBuilder t) => t.Column<bool>(postgres ? "boolean" : "INTEGER");

    public OperationBuilder<AddColumnOperation> Time(ColumnsBuilder t, bool nullable = false) =>
        t.Column<DateTimeOffset>(postgres ? "timestamp with time zone" : "INTEGER", nullable: nullable);

    public OperationBuilder<AddColumnOperation> Bytes(ColumnsBuilder t) => t.Column<byte[]>(postgres ? "bytea" : "BLOB", nullable: false);
}
