using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>The first schema: desks and agents, customers, cases with their timeline, and the house's own tables.</summary>
[DbContext(typeof(Db))]
[Migration("20261121000001_First")]
internal sealed partial class First : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        House(migrationBuilder, types);
        Desks(migrationBuilder, types);
        Accounts(migrationBuilder, types);
        Customers(migrationBuilder, types);
        Cases(migrationBuilder, types);
        Reading(migrationBuilder, types);
        Facts(migrationBuilder, types);
        Handovers(migrationBuilder, types);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        string[] tables =
        [
            "notices", "card_looks", "handovers", "intake_questions", "devices", "facts", "drafts", "read_marks", "attachments", "case_tokens", "case_desks", "entries", "cases",
            "addresses", "customers", "protection_keys", "sessions", "api_keys", "accounts", "seats", "agents", "desks", "files", "secrets", "leases", "counters", "outbox", "once",
        ];
        foreach (var table in tables)
            migrationBuilder.DropTable(table);
    }

    private static void House(MigrationBuilder m, Types types)
    {
        m.CreateTable("once", t => new { Id = types.Bytes(t), Body = types.Bytes(t), At = types.Time(t), Answer = types.Bytes(t) },
            constraints: t => t.PrimaryKey("PK_once", x => x.Id));
        m.CreateIndex("IX_once_At", "once", "At");
        m.CreateTable("outbox", t => new
        {
            Id = types.Id(t), Kind = types.Text(t), Payload = types.Text(t), CreatedAt = types.Time(t), DueAt = types.Time(t),
            Attempts = types.Int(t), Error = types.Text(t, true), Parked = types.Flag(t),
        }, constraints: t => t.PrimaryKey("PK_outbox", x => x.Id));
        m.CreateIndex("IX_outbox_Parked_DueAt", "outbox", ["Parked", "DueAt"]);
        m.CreateTable("counters", t => new { Name = types.Text(t), Next = types.Long(t) }, constraints: t => t.PrimaryKey("PK_counters", x => x.Name));
        m.CreateTable("leases", t => new { Name = types.Text(t), Holder = types.Text(t), Until = types.Time(t), Fence = types.Long(t) },
            constraints: t => t.PrimaryKey("PK_leases", x => x.Name));
        m.CreateTable("secrets", t => new { Name = types.Text(t), Value = types.Bytes(t) }, constraints: t => t.PrimaryKey("PK_secrets", x => x.Name));
        m.CreateTable("files", t => new { Sha256 = types.Text(t), Content = types.Bytes(t) }, constraints: t => t.PrimaryKey("PK_files", x => x.Sha256));
    }
}
