using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>What customers say after it was solved, once a case, and who is thanked by name.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000015_Thanks")]
internal sealed class Thanks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("thanks", t => new
        {
            CaseId = types.Id(t), DeskId = types.Id(t), Score = types.Int(t, true), Text = types.Text(t, true), GivenAt = types.Time(t, true), ChangedAt = types.Time(t), Declined = types.Flag(t), Entry = types.Int(t),
            ConcernSince = types.Time(t, true), SettledAt = types.Time(t, true), SettledBy = types.Id(t, true), CameOfIt = types.Text(t, true),
        }, constraints: t => t.PrimaryKey("PK_thanks", x => x.CaseId));
        migrationBuilder.CreateIndex("IX_thanks_DeskId_GivenAt", "thanks", ["DeskId", "GivenAt"]);
        migrationBuilder.CreateIndex("IX_thanks_GivenAt", "thanks", "GivenAt");
        migrationBuilder.CreateIndex("IX_thanks_concerns", "thanks", "ConcernSince", filter: "\"ConcernSince\" is not null");
        migrationBuilder.CreateTable("praises", t => new { CaseId = types.Id(t), AgentId = types.Id(t), Name = types.Text(t) }, constraints: t =>
        {
            t.PrimaryKey("PK_praises", x => new { x.CaseId, x.AgentId });
            t.ForeignKey("FK_praises_thanks_CaseId", x => x.CaseId, "thanks", "CaseId", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_praises_AgentId", "praises", "AgentId");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("praises");
        migrationBuilder.DropTable("thanks");
    }
}
