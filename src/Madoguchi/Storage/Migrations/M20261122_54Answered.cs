using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>When a search last came to nothing: what was written since may answer it.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000054_Answered")]
internal sealed class Answered : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTimeOffset>("FailedAt", "help_searches", new Types(ActiveProvider).IsPostgres ? "timestamp with time zone" : "INTEGER", nullable: true);
        migrationBuilder.Sql("""update help_searches set "FailedAt" = "LastAt" where "Missed" > 0 or "InVain" > 0""");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("FailedAt", "help_searches");
}
