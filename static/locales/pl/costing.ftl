# costing
