using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Calls that are half written down: they have no case yet.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000009_CallDrafts")]
internal sealed class CallDrafts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("call_drafts", t => new { AgentId = types.Id(t), Typed = types.Text(t), At = types.Time(t) }, constraints: t => t.PrimaryKey("PK_call_drafts", x => x.AgentId));
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("call_drafts");
}
