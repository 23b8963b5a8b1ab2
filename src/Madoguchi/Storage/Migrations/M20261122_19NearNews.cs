using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Who wants to be told when their turn is near.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000019_NearNews")]
internal sealed class NearNews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var (flag, time) = new Types(ActiveProvider).IsPostgres ? ("boolean", "timestamp with time zone") : ("INTEGER", "INTEGER");
        migrationBuilder.AddColumn<bool>("TellNear", "tickets", flag, nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<DateTimeOffset>("ToldNearAt", "tickets", time, nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("TellNear", "tickets");
        migrationBuilder.DropColumn("ToldNearAt", "tickets");
    }
}
