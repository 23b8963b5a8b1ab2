using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Tags, priority, laying aside; words taken back.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000005_Side")]
internal sealed class Side : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        var postgres = ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true;
        var (text, time, id) = postgres ? ("text", "timestamp with time zone", "uuid") : ("TEXT", "INTEGER", "TEXT");
        migrationBuilder.AddColumn<string>("Priority", "cases", text, nullable: false, defaultValue: "Normal");
        migrationBuilder.AddColumn<int>("Withdrawn", "entries", postgres ? "integer" : "INTEGER", nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("SnoozedUntil", "cases", time, nullable: true);
        migrationBuilder.AddColumn<Guid>("SnoozedBy", "cases", id, nullable: true);
        migrationBuilder.CreateIndex("IX_cases_SnoozedUntil", "cases", "SnoozedUntil");
        migrationBuilder.CreateTable("case_tags", t => new { CaseId = types.Id(t), Folded = types.Text(t), Word = types.Text(t) },
            constraints: t =>
            {
                t.PrimaryKey("PK_case_tags", x => new { x.CaseId, x.Folded });
                t.ForeignKey("FK_case_tags_cases_CaseId", x => x.CaseId, "cases", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_case_tags_Folded", "case_tags", "Folded");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("case_tags");
        migrationBuilder.DropIndex("IX_cases_SnoozedUntil", "cases");
        foreach (var column in (string[])["Priority", "SnoozedUntil", "SnoozedBy"])
            migrationBuilder.DropColumn(column, "cases");
        migrationBuilder.DropColumn("Withdrawn", "entries");
    }
}
