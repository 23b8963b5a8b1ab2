using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Madoguchi.Storage.Migrations;

/// <summary>What the house gives when something went wrong, and to which case it was given; replies that wait for a second person.</summary>
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
        migrationBuilder.CreateTable("approvals", t => new
        {
            Id = types.Id(t), CaseId = types.Id(t), AuthorId = types.Id(t), AuthorName = types.Text(t), Kind = types.Text(t), Body = types.Text(t), Beside = types.Text(t), Seen = types.Int(t), AskedAt = types.Time(t), State = types.Text(t),
            DecidedBy = types.Id(t, true), DecidedByName = types.Text(t, true), DecidedAt = types.Time(t, true), Words = types.Text(t, true),
        }, constraints: t => t.PrimaryKey("PK_approvals", x => x.Id));
        migrationBuilder.CreateIndex("IX_approvals_awaiting", "approvals", ["CaseId", "AuthorId"], unique: true, filter: "\"State\" = 'Awaiting'");
        migrationBuilder.CreateIndex("IX_approvals_oldest", "approvals", "AskedAt", filter: "\"State\" = 'Awaiting'");
        migrationBuilder.AddColumn<bool>("NeedsApproval", "desks", types.IsPostgres ? "boolean" : "INTEGER", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<bool>("NeedsApproval", "agents", types.IsPostgres ? "boolean" : "INTEGER", nullable: false, defaultValue: false);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("NeedsApproval", "agents");
        migrationBuilder.DropColumn("NeedsApproval", "desks");
        migrationBuilder.DropTable("approvals");
        migrationBuilder.DropTable("grants");
        migrationBuilder.DropTable("remedies");
    }
}
