using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Incidents, the cases they collect, what everybody affected is told; and what contacts are counted by.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000030_Incidents")]
internal sealed class Incidents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("incidents", t => new
        {
            Id = types.Id(t), Title = types.Text(t), PublicJa = types.Text(t, true), PublicEn = types.Text(t, true), Severity = types.Text(t), State = types.Text(t), Product = types.Text(t, true), ErrorText = types.Text(t, true),
            WordsJa = types.Text(t, true), WordsEn = types.Text(t, true), LeadId = types.Id(t, true), LeadName = types.Text(t, true), ProposalId = types.Id(t, true), RuleId = types.Id(t, true), Since = types.Time(t), CollectsFrom = types.Time(t), DeclaredAt = types.Time(t),
            ById = types.Id(t), ByName = types.Text(t), ResolvedAt = types.Time(t, true), ChangedAt = types.Time(t),
        }, constraints: t => t.PrimaryKey("PK_incidents", x => x.Id));
        migrationBuilder.CreateIndex("IX_incidents_ResolvedAt", "incidents", "ResolvedAt");
        migrationBuilder.CreateTable("incident_cases", t => new
        {
            IncidentId = types.Id(t), CaseId = types.Id(t), How = types.Text(t), At = types.Time(t), RemovedAt = types.Time(t, true), AskedAt = types.Time(t, true),
            WorksAgain = t.Column<bool>(types.IsPostgres ? "boolean" : "INTEGER", nullable: true), AnsweredAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_incident_cases", x => new { x.IncidentId, x.CaseId }));
        migrationBuilder.CreateIndex("IX_incident_cases_CaseId", "incident_cases", "CaseId");
        migrationBuilder.CreateTable("incident_updates", t => new
        {
            Id = types.Id(t), IncidentId = types.Id(t), TextJa = types.Text(t, true), TextEn = types.Text(t, true), State = types.Text(t, true), Remedy = types.Text(t, true), ById = types.Id(t), ByName = types.Text(t), ByShown = types.Text(t),
            At = types.Time(t), DueAt = types.Time(t), CancelledAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_incident_updates", x => x.Id));
        migrationBuilder.CreateIndex("IX_incident_updates_IncidentId_At", "incident_updates", ["IncidentId", "At"]);
        migrationBuilder.CreateTable("incident_recipients", t => new { UpdateId = types.Id(t), CaseId = types.Id(t), State = types.Text(t), Reason = types.Text(t, true), Entry = types.Int(t, true), DoneAt = types.Time(t, true) },
            constraints: t => t.PrimaryKey("PK_incident_recipients", x => new { x.UpdateId, x.CaseId }));
        migrationBuilder.CreateTable("contact_marks", t => new { CaseId = types.Id(t), At = types.Time(t), Product = types.Text(t, true), Problem = types.Text(t, true), ErrorText = types.Text(t, true), Sketch = types.Text(t) },
            constraints: t => t.PrimaryKey("PK_contact_marks", x => x.CaseId));
        migrationBuilder.CreateIndex("IX_contact_marks_At", "contact_marks", "At");
        migrationBuilder.CreateIndex("IX_contact_marks_ErrorText_At", "contact_marks", ["ErrorText", "At"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["contact_marks", "incident_recipients", "incident_updates", "incident_cases", "incidents"])
            migrationBuilder.DropTable(table);
    }
}
