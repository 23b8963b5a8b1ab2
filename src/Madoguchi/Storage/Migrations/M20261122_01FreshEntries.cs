using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>The list that the search and the reports learn from; all that was said before is on it.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000001_FreshEntries")]
internal sealed class FreshEntries : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("fresh_entries", t => new { CaseId = types.Id(t), Number = types.Int(t), DueAt = types.Time(t), Attempts = types.Int(t), Error = types.Text(t, true) },
            constraints: t => t.PrimaryKey("PK_fresh_entries", x => new { x.CaseId, x.Number }));
        migrationBuilder.CreateIndex("IX_fresh_entries_DueAt", "fresh_entries", "DueAt");
        migrationBuilder.Sql("""insert into fresh_entries ("CaseId", "Number", "DueAt", "Attempts") select "CaseId", "Number", "At", 0 from entries""");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("fresh_entries");
}
