using Kayse.Shape;

var tree = SourceTree.Read(args.Length > 0 ? args[0] : ".");
Console.Write(Report.Of(tree));
