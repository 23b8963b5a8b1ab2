using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Calls from outside, as a telephone system reports them; text messages; promises to call back.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000016_CallsIn")]
internal sealed class CallsIn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("calls_in", t => new
        {
            Id = types.Id(t), DeskId = types.Id(t), From = types.Text(t), At = types.Time(t), EndedAt = types.Time(t, true), Rang = types.Flag(t), State = types.Text(t),
            CustomerId = types.Id(t, true), CaseId = types.Id(t, true), TicketId = types.Id(t, true), TookPlace = types.Flag(t),
        }, constraints: t => t.PrimaryKey("PK_calls_in", x => x.Id));
        migrationBuilder.CreateIndex("IX_calls_in_From_DeskId_At", "calls_in", ["From", "DeskId", "At"]);
        migrationBuilder.CreateIndex("IX_calls_in_CaseId", "calls_in", "CaseId");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("calls_in");
}
