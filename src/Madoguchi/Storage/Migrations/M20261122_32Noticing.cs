using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Madoguchi.Storage.Migrations;

/// <summary>What jumps are noticed by. The contacts of the last eight weeks are marked anew from the list of fresh entries.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000032_Noticing")]
internal sealed class Noticing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        var text = types.IsPostgres ? "text" : "TEXT";
        migrationBuilder.AddColumn<string>("Who", "contact_marks", text, nullable: true);
        migrationBuilder.AddColumn<string>("Exact", "contact_marks", text, nullable: true);
        OperationBuilder<AddColumnOperation> Number(ColumnsBuilder t) => t.Column<double>(types.IsPostgres ? "double precision" : "REAL");
        migrationBuilder.CreateTable("incident_proposals", t => new
        {
            Id = types.Id(t), Kind = types.Text(t), Key = types.Text(t), Product = types.Text(t, true), IsNarrowed = types.Flag(t), Problem = types.Text(t, true), ErrorText = types.Text(t, true), Words = types.Text(t),
            Since = types.Time(t), LastAt = types.Time(t), FoundAt = types.Time(t), WindowMinutes = types.Int(t), Striking = types.Int(t), Expected = Number(t), Odds = Number(t), Seen = types.Int(t), State = types.Text(t),
            SettledAt = types.Time(t, true), ById = types.Id(t, true), ByName = types.Text(t, true), IncidentId = types.Id(t, true),
        }, constraints: t => t.PrimaryKey("PK_incident_proposals", x => x.Id));
        migrationBuilder.CreateIndex("IX_incident_proposals_State_LastAt", "incident_proposals", ["State", "LastAt"]);
        migrationBuilder.CreateTable("proposal_cases", t => new { ProposalId = types.Id(t), CaseId = types.Id(t), At = types.Time(t) }, constraints: t => t.PrimaryKey("PK_proposal_cases", x => new { x.ProposalId, x.CaseId }));
        migrationBuilder.CreateIndex("IX_proposal_cases_CaseId", "proposal_cases", "CaseId");
        migrationBuilder.CreateTable("contact_hours", t => new { Kind = types.Text(t), Key = types.Text(t), Hour = types.Long(t), Count = types.Int(t) },
            constraints: t => t.PrimaryKey("PK_contact_hours", x => new { x.Kind, x.Key, x.Hour }));
        migrationBuilder.CreateIndex("IX_contact_hours_Hour", "contact_hours", "Hour");
        migrationBuilder.CreateTable("noticing", t => new { Id = types.Int(t), CountedUntil = t.Column<long>(types.IsPostgres ? "bigint" : "INTEGER", nullable: true), FalseAlarms = types.Text(t) },
            constraints: t => t.PrimaryKey("PK_noticing", x => x.Id));
        migrationBuilder.Sql("""insert into noticing ("Id", "FalseAlarms") values (1, 'AQuarter')""");
        var since = types.IsPostgres ? """(select max("At") from entries) - interval '56 days'""" : """(select max("At") from entries) - 4838400000000""";
        migrationBuilder.Sql($"""insert into fresh_entries ("CaseId", "Number", "DueAt", "Attempts") select "CaseId", "Number", "At", 0 from entries where "Number" = 1 and "At" > {since} on conflict do nothing""");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["noticing", "contact_hours", "proposal_cases", "incident_proposals"])
            migrationBuilder.DropTable(table);
        migrationBuilder.DropColumn("Exact", "contact_marks");
        migrationBuilder.DropColumn("Who", "contact_marks");
    }
}
