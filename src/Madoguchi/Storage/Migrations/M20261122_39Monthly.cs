using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Months as they were when they were over; and each agent's own day: what they did, where they were, the break that was suggested, and by what hard work is spread.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000039_Monthly")]
internal sealed class Monthly : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("kept_months", t => new { Month = types.Text(t), MadeAt = types.Time(t), Content = types.Text(t) }, constraints: t => t.PrimaryKey("PK_kept_months", x => x.Month));
        migrationBuilder.CreateTable("work_marks", t => new { CaseId = types.Id(t), Entry = types.Int(t), AgentId = types.Id(t), At = types.Time(t), Did = types.Flag(t), Hard = types.Text(t, true) },
            constraints: t => t.PrimaryKey("PK_work_marks", x => new { x.CaseId, x.Entry }));
        migrationBuilder.CreateIndex("IX_work_marks_AgentId_At", "work_marks", ["AgentId", "At"]);
        migrationBuilder.CreateIndex("IX_work_marks_At", "work_marks", "At");
        migrationBuilder.CreateTable("duty_steps", t => new { AgentId = types.Id(t), At = types.Time(t), State = types.Text(t) }, constraints: t => t.PrimaryKey("PK_duty_steps", x => new { x.AgentId, x.At }));
        migrationBuilder.CreateTable("break_advices", t => new { AgentId = types.Id(t), At = types.Time(t), Because = types.Text(t), Answer = types.Text(t, true), AnsweredAt = types.Time(t, true) }, constraints: t => t.PrimaryKey("PK_break_advices", x => x.AgentId));
        migrationBuilder.CreateTable("agent_loads", t => new { AgentId = types.Id(t), Step = types.Int(t), At = types.Time(t) }, constraints: t => t.PrimaryKey("PK_agent_loads", x => x.AgentId));
        migrationBuilder.CreateTable("heavy_cases", t => new { CaseId = types.Id(t), At = types.Time(t) }, constraints: t => t.PrimaryKey("PK_heavy_cases", x => x.CaseId));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "heavy_cases", "agent_loads", "break_advices", "duty_steps", "work_marks", "kept_months" })
            migrationBuilder.DropTable(table);
    }
}
