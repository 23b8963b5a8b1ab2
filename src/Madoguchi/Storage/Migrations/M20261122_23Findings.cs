using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>What a check came to, and the questions to the technical desk.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000023_Findings")]
internal sealed class Findings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("findings", t => new
        {
            Id = types.Id(t), CaseId = types.Id(t), Entry = types.Int(t), Verdict = types.Text(t), Text = types.Text(t), Basis = types.Text(t),
            ById = types.Id(t), ByName = types.Text(t), At = types.Time(t), ShownAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_findings", x => x.Id));
        migrationBuilder.CreateIndex("IX_findings_CaseId", "findings", "CaseId");
        migrationBuilder.CreateTable("escalations", t => new
        {
            Id = types.Id(t), CaseId = types.Id(t), HandoverId = types.Id(t), FromDeskId = types.Id(t), ToDeskId = types.Id(t), Question = types.Text(t), AskedBy = types.Id(t), AskedAt = types.Time(t), DueAt = types.Time(t),
            Answer = types.Text(t, true), AnsweredBy = types.Id(t, true), AnsweredAt = types.Time(t, true), ToldAt = types.Time(t, true), RangAt = types.Time(t, true), WithdrawnAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_escalations", x => x.Id));
        migrationBuilder.CreateIndex("IX_escalations_CaseId", "escalations", "CaseId");
        migrationBuilder.CreateIndex("IX_escalations_DueAt", "escalations", "DueAt");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("escalations");
        migrationBuilder.DropTable("findings");
    }
}
