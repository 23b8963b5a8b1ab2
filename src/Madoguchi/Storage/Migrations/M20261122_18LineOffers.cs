using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Each desk's own ways with its line; who is offered whose turn; one place for one case.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000018_LineOffers")]
internal sealed class LineOffers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        var (number, flag, time, ids) = types.IsPostgres ? ("integer", "boolean", "timestamp with time zone", "uuid[]") : ("INTEGER", "INTEGER", "INTEGER", "TEXT");
        migrationBuilder.AddColumn<bool>("IsOffered", "lines", flag, nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<int>("OfferSeconds", "lines", number, nullable: false, defaultValue: 20);
        migrationBuilder.AddColumn<int>("HoldMinutes", "lines", number, nullable: false, defaultValue: 10);
        migrationBuilder.AddColumn<int>("PauseMinutes", "lines", number, nullable: false, defaultValue: 5);
        migrationBuilder.AddColumn<int>("MostAttempts", "lines", number, nullable: false, defaultValue: 3);
        migrationBuilder.AddColumn<int>("PlacesAnHour", "lines", number, nullable: false, defaultValue: 20);
        migrationBuilder.AddColumn<DateTimeOffset>("HeldAt", "tickets", time, nullable: true);
        migrationBuilder.AddColumn<Guid>("OfferedTo", "tickets", types.IdName, nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("OfferedUntil", "tickets", time, nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("PassedAt", "tickets", time, nullable: true);
        migrationBuilder.AddColumn<string>("PassedBy", "tickets", ids, nullable: true);
        migrationBuilder.CreateIndex("IX_tickets_active", "tickets", "CaseId", unique: true, filter: "\"State\" not in ('Served', 'Left')");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_tickets_active", "tickets");
        foreach (var column in (string[])["HeldAt", "OfferedTo", "OfferedUntil", "PassedAt", "PassedBy"])
            migrationBuilder.DropColumn(column, "tickets");
        foreach (var column in (string[])["IsOffered", "OfferSeconds", "HoldMinutes", "PauseMinutes", "MostAttempts", "PlacesAnHour"])
            migrationBuilder.DropColumn(column, "lines");
    }
}
