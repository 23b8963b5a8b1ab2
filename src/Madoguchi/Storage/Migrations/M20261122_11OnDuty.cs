using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Where agents are: available, busy, on a break, offline.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000011_OnDuty")]
internal sealed class OnDuty : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("duties", t => new
        {
            AgentId = types.Id(t), State = types.Text(t), Since = types.Time(t), Chat = types.Int(t), Call = types.Int(t), SeenAt = types.Time(t, true), HoldsUntil = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_duties", x => x.AgentId));
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("duties");
}
