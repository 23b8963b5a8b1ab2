using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Planned maintenance; and who changed what of an incident.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000033_Maintenances")]
internal sealed class Maintenances : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("maintenances", t => new
        {
            Id = types.Id(t), TitleJa = types.Text(t, true), TitleEn = types.Text(t, true), TextJa = types.Text(t, true), TextEn = types.Text(t, true), Product = types.Text(t, true), StartsAt = types.Time(t), EndsAt = types.Time(t),
            ById = types.Id(t), ByName = types.Text(t), CreatedAt = types.Time(t), ChangedAt = types.Time(t), CancelledAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_maintenances", x => x.Id));
        migrationBuilder.CreateIndex("IX_maintenances_EndsAt", "maintenances", "EndsAt");
        migrationBuilder.CreateTable("incident_changes", t => new { Id = types.Id(t), IncidentId = types.Id(t), At = types.Time(t), ById = types.Id(t), ByName = types.Text(t), What = types.Text(t), From = types.Text(t, true), To = types.Text(t, true) },
            constraints: t => t.PrimaryKey("PK_incident_changes", x => x.Id));
        migrationBuilder.CreateIndex("IX_incident_changes_IncidentId_At", "incident_changes", ["IncidentId", "At"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("incident_changes");
        migrationBuilder.DropTable("maintenances");
    }
}
