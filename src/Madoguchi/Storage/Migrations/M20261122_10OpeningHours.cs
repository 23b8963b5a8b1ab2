using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>When a desk is open, beside the line that says so. Desks that were set up before have no hours: they are always open.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000010_OpeningHours")]
internal sealed class OpeningHours : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("Plan", "desks", ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true ? "text" : "TEXT", nullable: true);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("Plan", "desks");
}
