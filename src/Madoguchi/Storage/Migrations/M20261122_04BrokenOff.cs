using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Contacts that broke off midway, and the case's way to the one that is open.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000004_BrokenOff")]
internal sealed class BrokenOff : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("broken_offs", t => new
        {
            Id = types.Id(t), CaseId = types.Id(t), How = types.Text(t), Since = types.Time(t), FoundAt = types.Time(t), PlaceSince = types.Time(t), Entry = types.Int(t),
            FollowedUpAt = types.Time(t, true), FollowedUpBy = types.Id(t, true), EndedAt = types.Time(t, true), End = types.Text(t, true), Solved = types.Text(t, true),
        }, constraints: t => t.PrimaryKey("PK_broken_offs", x => x.Id));
        migrationBuilder.CreateIndex("IX_broken_offs_CaseId_FoundAt", "broken_offs", ["CaseId", "FoundAt"]);
        migrationBuilder.CreateIndex("IX_broken_offs_EndedAt", "broken_offs", "EndedAt");
        migrationBuilder.AddColumn<Guid>("BreakId", "cases", types.IdName, nullable: true);
        migrationBuilder.CreateIndex("IX_cases_broken_off", "cases", "DeskId", filter: "\"BreakId\" is not null");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_cases_broken_off", "cases");
        migrationBuilder.DropColumn("BreakId", "cases");
        migrationBuilder.DropTable("broken_offs");
    }
}
