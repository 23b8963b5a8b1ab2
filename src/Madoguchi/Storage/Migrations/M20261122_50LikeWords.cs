using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Incidents that collect by a problem or by words; how many people a proposal is about, and how few the house wants to hear of.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000050_LikeWords")]
internal sealed class LikeWords : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        var (text, number, flag) = types.IsPostgres ? ("text", "integer", "boolean") : ("TEXT", "INTEGER", "INTEGER");
        migrationBuilder.AddColumn<string>("Problem", "incidents", text, nullable: true);
        migrationBuilder.AddColumn<string>("Like", "incidents", text, nullable: true);
        migrationBuilder.AddColumn<bool>("LikeWords", "incidents", flag, defaultValue: false);
        migrationBuilder.AddColumn<int>("People", "incident_proposals", number, defaultValue: 0);
        migrationBuilder.Sql("""update incident_proposals set "People" = "Seen" """);
        migrationBuilder.AddColumn<string>("Told", "incident_proposals", text, nullable: true);
        migrationBuilder.AddColumn<int>("Fewest", "noticing", number, defaultValue: 3);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("Fewest", "noticing");
        migrationBuilder.DropColumn("Told", "incident_proposals");
        migrationBuilder.DropColumn("People", "incident_proposals");
        foreach (var column in (string[])["LikeWords", "Like", "Problem"])
            migrationBuilder.DropColumn(column, "incidents");
    }
}
