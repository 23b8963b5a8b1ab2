using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>What reports add up. It fills itself from the list of fresh entries.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000008_Reports")]
internal sealed class Reports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("counted_contacts", t => new
        {
            CaseId = types.Id(t), Entry = types.Int(t), Second = types.Long(t), Desk = types.Text(t), Channel = types.Text(t), Product = types.Text(t, true), Problem = types.Text(t, true),
            ErrorText = types.Text(t, true), FirstAnswer = types.Int(t, true), Solution = types.Int(t, true),
        }, constraints: t => t.PrimaryKey("PK_counted_contacts", x => new { x.CaseId, x.Entry }));
        foreach (var last in (string[])["Channel", "Product", "Problem", "ErrorText"])
            migrationBuilder.CreateIndex($"IX_counted_contacts_Second_Desk_{last}", "counted_contacts", ["Second", "Desk", last]);
        migrationBuilder.CreateIndex("IX_counted_contacts_times", "counted_contacts", ["Second", "Desk", "Entry", "Channel", "FirstAnswer", "Solution"]);
        migrationBuilder.CreateTable("counted_handovers", t => new
        {
            CaseId = types.Id(t), Entry = types.Int(t), Second = types.Long(t), From = types.Text(t), To = types.Text(t), Outcome = types.Text(t), CameBack = types.Flag(t),
        }, constraints: t => t.PrimaryKey("PK_counted_handovers", x => new { x.CaseId, x.Entry }));
        migrationBuilder.CreateIndex("IX_counted_handovers_routes", "counted_handovers", ["Second", "From", "To", "Outcome", "CameBack"]);
        migrationBuilder.CreateTable("counted_acts", t => new
        {
            CaseId = types.Id(t), Entry = types.Int(t), Nth = types.Int(t), Second = types.Long(t), Kind = types.Text(t), Desk = types.Text(t), AgentId = types.Id(t, true), Words = types.Text(t, true),
        }, constraints: t => t.PrimaryKey("PK_counted_acts", x => new { x.CaseId, x.Entry, x.Nth }));
        migrationBuilder.CreateIndex("IX_counted_acts_Kind_Desk_Second", "counted_acts", ["Kind", "Desk", "Second"]);
        migrationBuilder.CreateIndex("IX_counted_acts_AgentId_Kind_Second", "counted_acts", ["AgentId", "Kind", "Second"]);
        migrationBuilder.CreateTable("counted_breaks", t => new
        {
            CaseId = types.Id(t), Entry = types.Int(t), Second = types.Long(t), Desk = types.Text(t), How = types.Text(t), FollowedUp = types.Flag(t), Ending = types.Text(t), Solved = types.Flag(t),
        }, constraints: t => t.PrimaryKey("PK_counted_breaks", x => new { x.CaseId, x.Entry }));
        migrationBuilder.CreateIndex("IX_counted_breaks_Second", "counted_breaks", "Second");
        // All that was said before is counted too.
        migrationBuilder.Sql("""insert into fresh_entries ("CaseId", "Number", "DueAt", "Attempts") select "CaseId", "Number", "At", 0 from entries where true on conflict do nothing""");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("counted_breaks");
        migrationBuilder.DropTable("counted_acts");
        migrationBuilder.DropTable("counted_handovers");
        migrationBuilder.DropTable("counted_contacts");
    }
}
