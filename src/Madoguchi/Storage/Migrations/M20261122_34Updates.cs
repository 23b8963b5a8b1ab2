using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Updates go out in order; one remedy for everybody affected; what was learned from an incident; the front of the line.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000034_Updates")]
internal sealed class Updates : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        var (number, flag, time, big) = types.IsPostgres ? ("integer", "boolean", "timestamp with time zone", "bigint") : ("INTEGER", "INTEGER", "INTEGER", "INTEGER");
        migrationBuilder.AddColumn<DateTimeOffset>("BegunAt", "incident_updates", time, nullable: true);
        migrationBuilder.AddColumn<string>("Because", "incident_updates", types.IsPostgres ? "text" : "TEXT", nullable: true);
        migrationBuilder.AddColumn<int>("Turn", "incident_recipients", number, nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<bool>("IsFirst", "tickets", flag, nullable: false, defaultValue: false);
        migrationBuilder.CreateIndex("IX_incident_recipients_waiting", "incident_recipients", ["UpdateId", "Turn"], filter: "\"State\" = 'Waiting'");
        migrationBuilder.CreateIndex("IX_incident_updates_coming", "incident_updates", "DueAt", filter: "\"BegunAt\" is null and \"CancelledAt\" is null");
        migrationBuilder.CreateTable("incident_remedies", t => new
        {
            Id = types.Id(t), IncidentId = types.Id(t), UpdateId = types.Id(t, true), Remedy = types.Text(t), Amount = t.Column<long>(big, nullable: true), Reason = types.Text(t), State = types.Text(t),
            ById = types.Id(t), ByName = types.Text(t), At = types.Time(t), DueAt = types.Time(t), SecondId = types.Id(t, true), SecondName = types.Text(t, true), SecondAt = types.Time(t, true), Words = types.Text(t, true), BegunAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_incident_remedies", x => x.Id));
        migrationBuilder.CreateIndex("IX_incident_remedies_IncidentId", "incident_remedies", "IncidentId");
        migrationBuilder.CreateTable("incident_grants", t => new
        {
            IncidentId = types.Id(t), Remedy = types.Text(t), CustomerId = types.Id(t), RemedyId = types.Id(t), CaseId = types.Id(t), State = types.Text(t), Why = types.Text(t, true), Turn = types.Int(t), DoneAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_incident_grants", x => new { x.IncidentId, x.Remedy, x.CustomerId }));
        migrationBuilder.CreateIndex("IX_incident_grants_waiting", "incident_grants", ["RemedyId", "Turn"], filter: "\"State\" = 'Waiting'");
        migrationBuilder.CreateTable("incident_reviews", t => new
        {
            IncidentId = types.Id(t), Version = types.Int(t), Learned = types.Text(t), Items = types.Text(t), ById = types.Id(t), ByName = types.Text(t), At = types.Time(t),
        }, constraints: t => t.PrimaryKey("PK_incident_reviews", x => new { x.IncidentId, x.Version }));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["incident_reviews", "incident_grants", "incident_remedies"])
            migrationBuilder.DropTable(table);
        migrationBuilder.DropIndex("IX_incident_updates_coming", "incident_updates");
        migrationBuilder.DropIndex("IX_incident_recipients_waiting", "incident_recipients");
        foreach (var (column, table) in new[] { ("IsFirst", "tickets"), ("Turn", "incident_recipients"), ("Because", "incident_updates"), ("BegunAt", "incident_updates") })
            migrationBuilder.DropColumn(column, table);
    }
}
