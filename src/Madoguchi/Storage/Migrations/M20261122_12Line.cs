using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>The waiting line and its tickets.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000012_Line")]
internal sealed class Line : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("lines", t => new { Id = types.Id(t), LastNumber = types.Int(t), LastSeq = types.Long(t), Day = types.Int(t) }, constraints: t => t.PrimaryKey("PK_lines", x => x.Id));
        migrationBuilder.CreateTable("tickets", t => new
        {
            Id = types.Id(t), DeskId = types.Id(t), CaseId = types.Id(t), Number = types.Int(t), Through = types.Text(t), Phone = types.Text(t, nullable: true), Language = types.Text(t), State = types.Text(t),
            JoinedAt = types.Time(t), Rank = types.Time(t), Seq = types.Long(t), NotBefore = types.Time(t, nullable: true), NotAfter = types.Time(t, nullable: true), Low = types.Int(t, nullable: true),
            High = types.Int(t, nullable: true), AgentId = types.Id(t, nullable: true), FirstCalledAt = types.Time(t, nullable: true), CalledAt = types.Time(t, nullable: true), Attempts = types.Int(t),
            HeldUntil = types.Time(t, nullable: true), EndedAt = types.Time(t, nullable: true),
        }, constraints: t => t.PrimaryKey("PK_tickets", x => x.Id));
        migrationBuilder.CreateIndex("IX_tickets_DeskId_State_Rank_Seq", "tickets", ["DeskId", "State", "Rank", "Seq"]);
        migrationBuilder.CreateIndex("IX_tickets_CaseId", "tickets", "CaseId");
        migrationBuilder.CreateIndex("IX_tickets_DeskId_EndedAt", "tickets", ["DeskId", "EndedAt"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("tickets");
        migrationBuilder.DropTable("lines");
    }
}
