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
        migrationBuilder.CreateTable("texts", t => new
        {
            Id = types.Id(t), CustomerId = types.Id(t, true), CaseId = types.Id(t, true), Kind = types.Text(t), To = types.Text(t), Text = types.Text(t), State = types.Text(t),
            CreatedAt = types.Time(t), DueAt = types.Time(t), Attempts = types.Int(t), SentAt = types.Time(t, true), Error = types.Text(t, true),
        }, constraints: t => t.PrimaryKey("PK_texts", x => x.Id));
        migrationBuilder.CreateIndex("IX_texts_State_DueAt", "texts", ["State", "DueAt"]);
        migrationBuilder.CreateIndex("IX_texts_CaseId_CreatedAt", "texts", ["CaseId", "CreatedAt"]);
        migrationBuilder.CreateTable("call_back_promises", t => new { Id = types.Id(t), Until = types.Time(t), RemindedAt = types.Time(t, true), BrokenAt = types.Time(t, true) },
            constraints: t => t.PrimaryKey("PK_call_back_promises", x => x.Id));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("call_back_promises");
        migrationBuilder.DropTable("texts");
        migrationBuilder.DropTable("calls_in");
    }
}
