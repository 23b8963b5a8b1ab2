using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Checks that customers were promised, what the technical desk's answer came to, and which desk that is.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000027_Checks")]
internal sealed class Checks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        var (text, number, flag) = types.IsPostgres ? ("text", "integer", "boolean") : ("TEXT", "INTEGER", "INTEGER");
        migrationBuilder.AddColumn<string>("Verdict", "escalations", text, nullable: true);
        migrationBuilder.AddColumn<int>("AnswerEntry", "escalations", number, nullable: true);
        migrationBuilder.AddColumn<bool>("IsTechnical", "desks", flag, nullable: true);
        migrationBuilder.AddColumn<int>("CheckHours", "desks", number, nullable: true);
        migrationBuilder.CreateTable("check_promises", t => new
        {
            Id = types.Id(t), CaseId = types.Id(t), DeskId = types.Id(t), Entry = types.Int(t), What = types.Text(t), DueAt = types.Time(t), ById = types.Id(t), At = types.Time(t),
            KeptAt = types.Time(t, true), RangAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_check_promises", x => x.Id));
        migrationBuilder.CreateIndex("IX_check_promises_CaseId", "check_promises", "CaseId");
        migrationBuilder.CreateIndex("IX_check_promises_At", "check_promises", "At");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("check_promises");
        foreach (var (column, table) in new[] { ("CheckHours", "desks"), ("IsTechnical", "desks"), ("AnswerEntry", "escalations"), ("Verdict", "escalations") })
            migrationBuilder.DropColumn(column, table);
    }
}
