using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Two incidents that are one; who said "not yet", and when, also after a later yes; when a maintenance was to be before it was moved.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000051_Merging")]
internal sealed class Merging : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        var time = types.IsPostgres ? "timestamp with time zone" : "INTEGER";
        migrationBuilder.AddColumn<Guid>("MergedInto", "incidents", types.IdName, nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("MergedAt", "incidents", time, nullable: true);
        migrationBuilder.AddColumn<Guid>("MergedFrom", "incident_cases", types.IdName, nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("SaidNoAt", "incident_cases", time, nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("WasFrom", "maintenances", time, nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("WasTo", "maintenances", time, nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var (column, table) in new[] { ("WasTo", "maintenances"), ("WasFrom", "maintenances"), ("SaidNoAt", "incident_cases"), ("MergedFrom", "incident_cases"), ("MergedAt", "incidents"), ("MergedInto", "incidents") })
            migrationBuilder.DropColumn(column, table);
    }
}
