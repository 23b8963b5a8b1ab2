using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Madoguchi.Storage.Migrations;

/// <summary>What the house gives when something went wrong, and to which case it was given.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000025_Remedies")]
internal sealed class Remedies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        OperationBuilder<AddColumnOperation> Sum(ColumnsBuilder t) => t.Column<long>(types.IsPostgres ? "bigint" : "INTEGER", nullable: true);
        migrationBuilder.CreateTable("remedies", t => new
        {
            Slug = types.Text(t), Kind = types.Text(t), Ja = types.Text(t, true), En = types.Text(t, true), Unit = types.Text(t, true), AgentLimit = Sum(t), SupervisorLimit = Sum(t), AdministratorLimit = Sum(t),
            NextJa = types.Text(t, true), NextEn = types.Text(t, true), Retired = types.Flag(t),
        }, constraints: t => t.PrimaryKey("PK_remedies", x => x.Slug));
        migrationBuilder.CreateTable("grants", t => new
        {
            Id = types.Id(t), CaseId = types.Id(t), DeskId = types.Id(t), Remedy = types.Text(t), Kind = types.Text(t), Ja = types.Text(t, true), En = types.Text(t, true), NextJa = types.Text(t, true), NextEn = types.Text(t, true),
            Amount = Sum(t), Unit = types.Text(t, true), Reason = types.Text(t), State = types.Text(t), AskedBy = types.Id(t), AskedByName = types.Text(t), AskedAt = types.Time(t),
            AnsweredBy = types.Id(t, true), AnsweredByName = types.Text(t, true), AnsweredAt = types.Time(t, true), Words = types.Text(t, true), Entry = types.Int(t),
        }, constraints: t => t.PrimaryKey("PK_grants", x => x.Id));
        migrationBuilder.CreateIndex("IX_grants_once", "grants", ["CaseId", "Remedy"], unique: true, filter: "\"State\" <> 'Declined'");
        migrationBuilder.CreateIndex("IX_grants_AskedAt", "grants", "AskedAt");
        migrationBuilder.CreateIndex("IX_grants_waiting", "grants", "AskedAt", filter: "\"State\" = 'Waiting'");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("grants");
        migrationBuilder.DropTable("remedies");
    }
}
