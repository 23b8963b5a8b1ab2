using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Care for who answers: what was hard to read, who looked at it, the steps taken, supervisors asked for, the lists and letters of the house.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000037_Care")]
internal sealed class Care : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.AddColumn<string>("Care", "cases", types.IsPostgres ? "text" : "TEXT", nullable: true);
        migrationBuilder.CreateTable("care_marks", t => new
        {
            CaseId = types.Id(t), Entry = types.Int(t), Verdict = types.Text(t), Kind = types.Text(t), Kinds = types.Texts(t), Weight = types.Int(t), Hurts = types.Int(t), Request = types.Text(t), Reasons = types.Text(t),
            At = types.Time(t), AgentId = types.Id(t, true), ById = types.Id(t, true), ByName = types.Text(t, true), Because = types.Text(t, true), MarkedAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_care_marks", x => new { x.CaseId, x.Entry }));
        migrationBuilder.CreateIndex("IX_care_marks_At", "care_marks", "At");
        migrationBuilder.CreateTable("care_looks", t => new { Id = types.Id(t), CaseId = types.Id(t), Entry = types.Int(t), AgentId = types.Id(t), AgentName = types.Text(t), At = types.Time(t) },
            constraints: t => t.PrimaryKey("PK_care_looks", x => x.Id));
        migrationBuilder.CreateIndex("IX_care_looks_CaseId", "care_looks", "CaseId");
        migrationBuilder.CreateTable("care_steps", t => new
        {
            Id = types.Id(t), CaseId = types.Id(t), Step = types.Text(t), Before = types.Text(t, true), Because = types.Text(t), ById = types.Id(t), ByName = types.Text(t), At = types.Time(t),
            SecondId = types.Id(t, true), SecondName = types.Text(t, true), Letter = types.Int(t, true), BackAt = types.Time(t, true), BackByName = types.Text(t, true), BackBecause = types.Text(t, true),
        }, constraints: t => t.PrimaryKey("PK_care_steps", x => x.Id));
        migrationBuilder.CreateIndex("IX_care_steps_CaseId", "care_steps", "CaseId");
        migrationBuilder.CreateTable("supervisor_wishes", t => new
        {
            Id = types.Id(t), CaseId = types.Id(t), DeskId = types.Id(t), Entry = types.Int(t), ByCustomer = types.Flag(t), ByName = types.Text(t, true), At = types.Time(t), DueAt = types.Time(t), KeptAt = types.Time(t, true),
            KeptById = types.Id(t, true), KeptByName = types.Text(t, true), WithdrawnAt = types.Time(t, true), RangAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_supervisor_wishes", x => x.Id));
        migrationBuilder.CreateIndex("IX_supervisor_wishes_CaseId", "supervisor_wishes", "CaseId");
        migrationBuilder.CreateIndex("IX_supervisor_wishes_KeptAt", "supervisor_wishes", "KeptAt");
        migrationBuilder.CreateTable("care_lists", t => new { Kind = types.Text(t), Language = types.Text(t), Lines = types.Texts(t) }, constraints: t => t.PrimaryKey("PK_care_lists", x => new { x.Kind, x.Language }));
        migrationBuilder.CreateTable("care_letters", t => new { Step = types.Text(t), Language = types.Text(t), Text = types.Text(t) }, constraints: t => t.PrimaryKey("PK_care_letters", x => new { x.Step, x.Language }));
        migrationBuilder.CreateTable("care_settings", t => new { Id = types.Int(t), Threshold = types.Int(t), SupervisorMinutes = types.Int(t) }, constraints: t => t.PrimaryKey("PK_care_settings", x => x.Id));
        migrationBuilder.CreateTable("care_wishes", t => new { AgentId = types.Id(t), Unfolded = types.Flag(t) }, constraints: t => t.PrimaryKey("PK_care_wishes", x => x.AgentId));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "care_wishes", "care_settings", "care_letters", "care_lists", "supervisor_wishes", "care_steps", "care_looks", "care_marks" })
            migrationBuilder.DropTable(table);
        migrationBuilder.DropColumn("Care", "cases");
    }
}
